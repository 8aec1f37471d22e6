import type postgres from "postgres";
import { preparing } from "./preparing.ts";

type Setting = { name: string; value: string };

const SET_CONFIG = /^SELECT set_config\('([a-z_.]+)', (?:\$1|''), true\)$/;
const SET_LOCAL = /^SET LOCAL (?:(ROLE) "([a-z_]+)"|(transaction_read_only) = (on))$/;

/**
 * Lite says who is asking in ten statements, each a journey of its own. Held back, they go out as
 * one beside `begin`, and are answered for before the first statement that could read anything.
 */
export function holdSettings(driver: postgres.Sql) {
  const reserve = driver.reserve;
  const optionsOf = preparing();
  driver.reserve = async () => {
    const connection = await reserve();
    // safe because the one caller, kysely's driver, awaits what a statement returns
    connection.unsafe = holding(connection.unsafe, optionsOf) as typeof connection.unsafe;
    return connection;
  };
}

type Unsafe = postgres.ReservedSql["unsafe"];

function holding(send: Unsafe, optionsOf: ReturnType<typeof preparing>) {
  let held: Setting[] | null = null;
  let failure: { error: unknown } | null = null;

  async function begin(settings: Setting[]) {
    held = null;
    const sent = [send("begin")];
    if (settings.length > 0) sent.push(send(applying(settings), flat(settings), { prepare: true }));
    try {
      // Nothing else before both are answered: without them it would run as the pool's own user.
      await Promise.all(sent);
    } catch (error) {
      failure = { error };
      throw error;
    }
  }

  return async (text: string, values: Parameters<Unsafe>[1] = []) => {
    if (text === "begin") {
      [held, failure] = [[], null];
      return answered("BEGIN", []);
    }
    if (failure && text !== "rollback") throw failure.error;
    if (held) {
      const setting = settingOf(text, values);
      if (setting) {
        held.push(setting);
        return answered("SELECT", [{ set_config: setting.value }]);
      }
      if (text === "rollback") {
        held = null;
        return answered("ROLLBACK", []);
      }
      await begin(held);
    }
    return send(text, values, optionsOf(text, values));
  };
}

function settingOf(text: string, [value = ""]: readonly unknown[]): Setting | null {
  const [, name] = SET_CONFIG.exec(text) ?? [];
  if (name) return { name, value: String(value) };
  const [, role, who, readOnly, on] = SET_LOCAL.exec(text) ?? [];
  if (role && who) return { name: "role", value: who };
  return readOnly && on ? { name: readOnly, value: on } : null;
}

function applying(settings: Setting[]) {
  const each = settings.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, true)`);
  return `select ${each.join(", ")}`;
}

function flat(settings: Setting[]) {
  return settings.flatMap(({ name, value }) => [name, value]);
}

/** As the driver would have told it. */
function answered(command: string, rows: object[]) {
  return Object.assign(rows, { command, count: rows.length });
}
