import type { Progress } from "../sync/index.ts";

const words: Record<Progress["step"], string> = {
  find: "Looking for what changed",
  fold: "Folding merged companies",
  plan: "Planning check-ins",
  people: "Making parts and labels agree",
  numbers: "Computing numbers",
  forget: "Forgetting contacts",
  rank: "Ranking accounts",
};

/** Not more often than this where each change is a line of its own. */
const lineEveryMs = 2_000;

/** Shows how far a pass is: one line that changes in a terminal, now and then a line elsewhere. */
export function showProgress(out: Pick<NodeJS.WriteStream, "write" | "isTTY">) {
  let last: { step: Progress["step"]; at: number } | null = null;
  let isOpen = false;
  const end = () => {
    if (isOpen) out.write("\n");
    isOpen = false;
  };
  return {
    show({ step, done, total }: Progress): void {
      const text =
        total > 0 ? `${words[step]}: ${done} of ${total} (${Math.round((100 * done) / total)} %)` : words[step];
      if (out.isTTY) {
        out.write(`\r\u001b[K${text}`);
        isOpen = true;
        return;
      }
      const now = performance.now();
      const isNews = !last || last.step !== step || now - last.at >= lineEveryMs || (total > 0 && done >= total);
      if (!isNews) return;
      last = { step, at: now };
      out.write(`${text}\n`);
    },
    say(sentence: string): void {
      end();
      out.write(`${sentence}\n`);
    },
    end,
  };
}
