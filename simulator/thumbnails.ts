import { Hono } from "hono";
import { randomOf } from "./random.ts";

/** Drawn thumbnails: a sun over hills, coloured by the post's id. */
export function thumbnailRoutes() {
  const routes = new Hono();
  routes.get("/:platform/:file{.+\\.svg}", ({ req }) => {
    const { platform, file } = req.param();
    return new Response(landscape(`${platform}:${file}`, platform === "tiktok"), {
      headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" },
    });
  });
  return routes;
}

function landscape(name: string, upright: boolean) {
  const random = randomOf(name);
  const [width, height] = upright ? [270, 480] : [480, 270];
  const hue = Math.floor(random() * 360);
  const sunX = Math.round(width * (0.2 + 0.6 * random()));
  const sunY = Math.round(height * (0.2 + 0.2 * random()));
  const hills = [0.55, 0.68, 0.82].map((level, row) => {
    const y = () => Math.round(height * (level + 0.1 * (random() - 0.5)));
    const path = `M0 ${y()} C${width * 0.3} ${y() - 30} ${width * 0.6} ${y() + 30} ${width} ${y()} V${height} H0Z`;
    return `<path d="${path}" fill="hsl(${hue + 20 * row} 32% ${52 - 13 * row}%)"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue - 30} 45% 84%)"/><circle cx="${sunX}" cy="${sunY}" r="${Math.round(22 + 16 * random())}" fill="hsl(${hue + 150} 60% 88%)"/>${hills.join("")}</svg>`;
}
