import type { Desk } from "./desk.ts";

/** HubSpot's own objects in the addresses of records (developers.hubspot.com, CRM: object type IDs). */
const typeIds: Readonly<Record<string, string>> = {
  contacts: "0-1",
  companies: "0-2",
  deals: "0-3",
  tickets: "0-5",
  feedback_submissions: "0-19",
  tasks: "0-27",
};

/** Where a record opens in HubSpot; null where this portal gives no way to it. */
export type RecordUrl = (object: string, id: string) => string | null;

/** Reads what the addresses of records are made of; remembered by the client. Without it records have no address. */
export async function readRecordUrls({ hubspot, log }: Pick<Desk, "hubspot" | "log">): Promise<RecordUrl> {
  try {
    const [{ uiDomain, portalId }, custom] = await Promise.all([hubspot.account(), hubspot.customTypeIds()]);
    const root = `https://${uiDomain}/contacts/${portalId}/record`;
    return (object, id) => {
      const typeId = typeIds[object] ?? custom.get(object);
      return typeId === undefined ? null : `${root}/${typeId}/${id}`;
    };
  } catch (error) {
    log.warn({ reason: String(error) }, "Records are named without a link: their addresses cannot be read");
    return () => null;
  }
}
