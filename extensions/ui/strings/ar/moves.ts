import type { InArabic } from "../catalogue.ts";
import type { moves as english } from "../en/moves.ts";

export const moves: InArabic<typeof english> = {
  moveStart: "ابدأ",
  moveDone: "أُنجز",
  moveSlip: "+ أسبوع",
  moveReopen: "أعد فتحه",
  moveHold: "علّقه",
  moveDrop: "استبعده",
};
