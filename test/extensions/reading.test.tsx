import { describe, expect, test } from "@jest/globals";
import { Flex, Table, TableCell, TableHeader, Text } from "@hubspot/ui-extensions";
import { Columns, HostProvider, Listing, Row, useHost } from "@keyline/ui";
import { stage, type Card } from "./stage.tsx";

const hosts = [
  { locale: "en", pageDirection: "ltr", isReversed: false },
  { locale: "en", pageDirection: "rtl", isReversed: true },
  { locale: "ar-sa", pageDirection: "ltr", isReversed: true },
  { locale: "ar-sa", pageDirection: "rtl", isReversed: false },
] as const;

const Loading = () => <Text>{useHost().say("loading")}</Text>;

describe.each(hosts)("a reader of $locale on a $pageDirection page", ({ isReversed, ...host }) => {
  const draw = (card: Card) => stage(card, () => "no answer", host);
  const inOrder = (words: string[]) => (isReversed ? words.toReversed() : words);

  test("reads a row from its start", () => {
    const shown = draw((props) => (
      <HostProvider {...props} texts={[]}>
        <Row justify="start">
          <Text>first</Text>
          <Text>second</Text>
        </Row>
      </HostProvider>
    ));
    expect(shown.findAll(Text).map(({ text }) => text)).toEqual(inOrder(["first", "second"]));
    expect(shown.find(Flex).props.justify).toBe(isReversed ? "end" : "start");
  });

  test("reads columns from the first", () => {
    const shown = draw((props) => (
      <HostProvider {...props} texts={[]}>
        <Columns>
          <Text>first</Text>
          <Text>second</Text>
        </Columns>
      </HostProvider>
    ));
    expect(shown.findAll(Text).map(({ text }) => text)).toEqual(inOrder(["first", "second"]));
  });

  test("reads a listing's columns from the first, words at the start and numbers at the end", () => {
    const shown = draw((props) => (
      <HostProvider {...props} texts={[]}>
        <Listing
          items={[{ name: "Prices", points: 3 }]}
          keyOf={({ name }) => name}
          columns={[
            { title: "Topic", cell: ({ name }) => name },
            { title: "Points", cell: ({ points }) => String(points), isNumber: true },
          ]}
          page={{ current: 1, count: 2, onChange: () => {} }}
        />
      </HostProvider>
    ));
    expect(shown.findAll(TableHeader).map(({ text }) => text)).toEqual(inOrder(["Topic", "Points"]));
    const sides = inOrder(host.locale.startsWith("ar") ? ["right", "left"] : ["left", "right"]);
    expect(shown.findAll(TableCell).map(({ props }) => props.align)).toEqual(sides);
    expect(shown.find(Table, { page: 1, paginated: true })).toBeTruthy();
  });

  test("sees every text keep its own direction", () => {
    const shown = draw((props) => (
      <HostProvider {...props} texts={[]}>
        <Loading />
      </HostProvider>
    ));
    const mark = host.locale === "en" ? "\u2066" : "\u2067";
    expect(shown.find(Text).text?.startsWith(mark)).toBe(isReversed);
  });
});
