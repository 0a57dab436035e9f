import { expect, test } from "@jest/globals";
import { readView, writeView } from "../../../src/preview/page/view.ts";

test("an Arabic reader gets a right-to-left page, unless the address says otherwise", () => {
  expect(readView(new URLSearchParams("locale=ar"))).toMatchObject({ language: "ar", dir: "rtl" });
  expect(readView(new URLSearchParams("locale=ar&dir=ltr"))).toMatchObject({ language: "ar", dir: "ltr" });
});

test("what the address says survives a round", () => {
  const view = readView(
    new URLSearchParams("card=summary&companyId=7&locale=ar&dir=rtl&width=300&as=3&path=/account/7"),
  );
  expect(readView(writeView(view))).toEqual(view);
});
