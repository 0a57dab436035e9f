/** The most memory that this process held until `stop`, in megabytes: resident, and on the heap once it was tidied up. */
export interface MemoryWatch {
  stop(): { peakMb: number; peakHeapMb: number };
}

const megabyte = 1_048_576;

/** With `--expose-gc` the heap is collected and looked at once a second; without it `peakHeapMb` is what stands at a look. */
export function watchMemory(): MemoryWatch {
  let peak = 0;
  let peakHeap = 0;
  const lookAtResident = () => void (peak = Math.max(peak, process.memoryUsage.rss()));
  const lookAtHeap = () => {
    globalThis.gc?.();
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
  };
  const timers = [setInterval(lookAtResident, 100), setInterval(lookAtHeap, 1_000)];
  return {
    stop() {
      for (const timer of timers) clearInterval(timer);
      lookAtResident();
      lookAtHeap();
      return { peakMb: Math.round(peak / megabyte), peakHeapMb: Math.round(peakHeap / megabyte) };
    },
  };
}
