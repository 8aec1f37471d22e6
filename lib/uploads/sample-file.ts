export const SAMPLE_FILENAME = "media-metrics-sample.csv";

const ROWS = [
  ["platform", "url", "campaign"],
  ["youtube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "Spring launch"],
  ["youtube", "https://youtu.be/jNQXAC9IVRw", "Spring launch"],
  ["youtube", "https://www.youtube.com/shorts/aqz-KE-bpKQ", "Always on"],
  ["tiktok", "https://www.tiktok.com/@tiktok/video/7438812090417123456", "Spring launch"],
  ["instagram", "https://www.instagram.com/p/DLlGZiCOBQ0/", "Always on"],
  ["instagram", "https://www.instagram.com/reel/DbYmqpplO_N/", "Spring launch"],
  ["facebook", "https://www.facebook.com/watch/?v=1234567890123456", "Always on"],
  ["linkedin", "https://www.linkedin.com/feed/update/urn:li:share:7123456789012345678/", "Hiring"],
  // Without a platform: it is read from the link.
  ["", "https://www.youtube.com/live/M7lc1UVf-VE", "Hiring"],
];

/** A small file that shows how an upload looks. Every row of it is accepted. */
export const SAMPLE_FILE = ROWS.map((cells) => `${cells.join(",")}\r\n`).join("");
