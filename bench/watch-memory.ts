/** The most memory that this process held (resident set) until `stop`, in megabytes. */
export function watchMemory(): { stop(): number } {
  let peak = 0;
  const look = () => void (peak = Math.max(peak, process.memoryUsage().rss));
  const timer = setInterval(look, 100);
  return {
    stop() {
      clearInterval(timer);
      look();
      return Math.round(peak / 1_048_576);
    },
  };
}
