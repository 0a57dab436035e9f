import { languageOf, taskLanguageOf, isTimeZone, type Language, type Settings } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";

/** A person on our side, by owner id. */
export interface OwnerFacts {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  /** The owner id of this person's manager. */
  readonly managerId: string | null;
  readonly language: Language;
  /** Null: the portal's. */
  readonly timeZone: string | null;
}

/** Owners with what their user says of them: manager, time zone, language. Remembered for a while by the client. */
export async function readOwners(hubspot: HubSpot, settings: Settings): Promise<Map<string, OwnerFacts>> {
  const [owners, users] = await Promise.all([hubspot.owners(), hubspot.users()]);
  const userById = new Map(users.flatMap((user) => (user.userId === null ? [] : [[user.userId, user]])));
  const ownerByUser = new Map(owners.flatMap((owner) => (owner.userId === null ? [] : [[owner.userId, owner.id]])));
  const facts = owners.map((owner): [string, OwnerFacts] => {
    const user = owner.userId === null ? undefined : userById.get(owner.userId);
    const spoken = settings.language.byOwner[owner.id] ?? (user?.language ? languageOf(user.language) : null);
    const managerId = user?.managerUserId ? ownerByUser.get(user.managerUserId) : undefined;
    return [
      owner.id,
      {
        id: owner.id,
        name: owner.name,
        isActive: !owner.hasLeft && !user?.isDeactivated,
        managerId: managerId ?? null,
        language: spoken ?? taskLanguageOf(settings, owner.id),
        timeZone: user?.timeZone && isTimeZone(user.timeZone) ? user.timeZone : null,
      },
    ];
  });
  return new Map(facts);
}
