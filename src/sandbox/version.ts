/** The one API version that the sandbox serves. HubSpot's paths carry a date since 2026. */
export const VERSION = "2026-09";
