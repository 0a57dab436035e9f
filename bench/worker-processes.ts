import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Reply, Word } from "./worker-process.ts";

/** Worker processes that the bench speaks to. */
export interface WorkerProcesses {
  /** Says a word to each and waits for all to answer. */
  all<Say extends Word["say"]>(word: Extract<Word, { say: Say }>): Promise<Extract<Reply, { say: Say }>[]>;
  /** The same to the first one. */
  one<Say extends Word["say"]>(word: Extract<Word, { say: Say }>): Promise<Extract<Reply, { say: Say }>>;
  /** When the last job ended, in ms since 1970; 0 before the first. */
  lastDoneAt(): number;
  close(): Promise<void>;
}

export async function startWorkerProcesses(
  count: number,
  words: { sandboxUrl: string; dataFolder: string; now: string; redisUrl?: string | undefined },
): Promise<WorkerProcesses> {
  let lastDoneAt = 0;
  const program = join(import.meta.dirname, "worker-process.ts");
  const children = Array.from({ length: count }, () =>
    fork(program, [words.sandboxUrl, words.dataFolder, words.now], {
      execArgv: ["--import", "tsx"],
      env: { PATH: process.env["PATH"], ...(words.redisUrl && { REDIS_URL: words.redisUrl }) },
    }),
  );
  for (const child of children) {
    child.on("message", (reply: Reply) => {
      if (reply.say === "job" && reply.event.state === "done")
        lastDoneAt = Math.max(lastDoneAt, Date.parse(reply.event.at));
    });
  }
  await Promise.all(children.map((child) => heard(child, "ready")));
  const ask = <Say extends Word["say"]>(child: ChildProcess, word: Extract<Word, { say: Say }>) => {
    const answer = heard(child, word.say);
    child.send(word);
    return answer as Promise<Extract<Reply, { say: Say }>>;
  };
  return {
    all: (word) => Promise.all(children.map((child) => ask(child, word))),
    one: (word) => ask(children[0] as ChildProcess, word),
    lastDoneAt: () => lastDoneAt,
    async close() {
      const ended = children.filter(({ exitCode }) => exitCode === null).map((child) => once(child, "exit"));
      for (const child of children) child.disconnect();
      await Promise.all(ended);
    },
  };
}

function heard(child: ChildProcess, say: Reply["say"]): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const listen = (reply: Reply) => {
      if (reply.say !== say) return;
      child.off("message", listen);
      child.off("exit", fail);
      resolve(reply);
    };
    const fail = (code: number | null) => reject(new Error(`A worker ended with ${code}`));
    child.on("message", listen);
    child.once("exit", fail);
  });
}
