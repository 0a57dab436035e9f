/** What one process of the backend does: routes, jobs, or both. */
export const roles = ["web", "worker", "all"] as const;
export type Role = (typeof roles)[number];
