/** Settings for one machine with little to spare: name=value, as `postgres -c` takes them. */
export function postgresSettings(port: number, durable: boolean) {
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "shared_buffers=256MB",
    "effective_cache_size=1GB",
    "maintenance_work_mem=128MB",
    "work_mem=16MB",
    "random_page_cost=1.1",
    "max_wal_size=2GB",
    "checkpoint_timeout=15min",
    // Compiling a plan takes longer than our statements run.
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_min_messages=warning",
  ];
  if (durable) return settings;
  return [...settings, "fsync=off", "synchronous_commit=off", "full_page_writes=off"];
}
