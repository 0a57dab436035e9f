import { hubspot, type BaseContext } from "@hubspot/ui-extensions";
import { HostProvider, type PageActions, settingsTexts } from "@keyline/ui";
import { SettingsBody } from "./settings/SettingsBody.tsx";

/** What it says beside the frame's texts. */
export const texts = [settingsTexts];

hubspot.extend<"settings">(({ context, actions }) => <Settings context={context} actions={actions} />);

/** The app's settings page. */
export function Settings({ context, actions }: { context: BaseContext; actions: PageActions }) {
  return (
    <HostProvider context={context} actions={actions} texts={texts}>
      <SettingsBody />
    </HostProvider>
  );
}
