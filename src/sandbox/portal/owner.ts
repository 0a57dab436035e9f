/** An owner as HubSpot's owners API writes it. */
export interface Owner {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  type: "PERSON" | "QUEUE";
  userId?: number;
  userIdIncludingInactive?: number;
  teams?: { id: string; name: string; primary: boolean }[];
  createdAt: string;
  updatedAt: string;
  archived: boolean;
}
