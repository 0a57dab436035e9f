import { config as uiExtensions } from "@hubspot/eslint-config-ui-extensions";
import parser from "@typescript-eslint/parser";

// HubSpot's rules for what runs in its worker. Everything else is oxlint's; the cards' own tests run in Node.
export default [
  ...uiExtensions.map((part) => ({ ...part, files: ["extensions/**/*.{ts,tsx}"] })),
  { files: ["extensions/**/*.{ts,tsx}"], languageOptions: { parser } },
];
