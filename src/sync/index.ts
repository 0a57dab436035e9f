export { hubspotEvents } from "./events.ts";
export { receiveEvents, receivingEvents } from "./receive-events.ts";
