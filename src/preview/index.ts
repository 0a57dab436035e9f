export { type BuiltCard, buildCards } from "./cards/index.ts";
export { type EventFeed, type NewPreviewEvent, type PreviewEvent, callEvent, createEventFeed } from "./feed.ts";
export { type Log, type Preview, type PreviewOptions, openPreview } from "./open-preview.ts";
