/** The one version of HubSpot's REST API that Keyline speaks (developers.hubspot.com: current since September 2026). */
export const apiVersion = "2026-09";

/** HubSpot's public API; another base is for a sandbox. */
export const hubSpotApi = "https://api.hubapi.com";
