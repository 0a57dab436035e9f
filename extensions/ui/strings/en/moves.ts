/** One click on an objective or on what stands in its way. */
export const moves = {
  moveStart: "Start",
  moveDone: "Done",
  moveSlip: "+1 week",
  moveReopen: "Reopen",
  moveHold: "Put on hold",
  moveDrop: "Drop it",
} as const;
