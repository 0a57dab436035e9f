import { expect, test } from "@jest/globals";
import { openBackend, openStage } from "./stage.ts";

test("a port that somebody has is no reason to stop: the page takes another and says which", async () => {
  const somebody = await openBackend();
  const taken = Number(new URL(somebody.url).port);
  const stage = await openStage({ port: taken });
  try {
    expect(Number(new URL(stage.url).port)).not.toBe(taken);
    expect((await fetch(stage.url)).status).toBe(200);
  } finally {
    await stage.close();
    await somebody.close();
  }
});
