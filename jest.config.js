export default {
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
        module: { type: "es6" },
      },
    ],
  },
  testEnvironment: "node",
  // Hooks count too: a journey that stops the whole product waits for it.
  testTimeout: 60_000,
};
