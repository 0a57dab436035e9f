import type { Locator, Page } from "playwright-core";

/** How a person works through a form: what is asked of each field is the same for everybody. */
export interface Hand {
  press(target: Locator): Promise<void>;
  tick(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  choose(list: Locator, option: string): Promise<void>;
}

export const mouse: Hand = {
  press: (target) => target.click(),
  tick: (target) => target.check(),
  write: async (target, text) => {
    await target.fill(text);
    await target.blur();
  },
  choose: async (list, option) => void (await list.selectOption({ label: option })),
};

/** Only keys, from wherever the focus is. */
export function keyboardOf(page: Page): Hand {
  const keys = page.keyboard;
  return {
    press: async (target) => {
      await tabTo(page, target);
      await keys.press("Enter");
    },
    tick: async (target) => {
      await tabTo(page, target);
      await keys.press("Space");
    },
    write: async (target, text) => {
      await tabTo(page, target);
      await keys.press("Control+A");
      await keys.type(text);
    },
    choose: async (list, option) => {
      await tabTo(page, list);
      await keys.type(option);
    },
  };
}

/** Tab until the focus is there; a person gives up after so many. */
export async function tabTo(page: Page, target: Locator, mostPresses = 30): Promise<void> {
  for (let presses = 0; presses < mostPresses; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The keyboard does not get there.");
}
