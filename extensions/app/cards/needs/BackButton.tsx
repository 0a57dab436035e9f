import { Button } from "@hubspot/ui-extensions";
import { Row, useHost } from "@keyline/ui";

/** Out of a form, back to the need. */
export function BackButton({ onClick }: { onClick: () => void }) {
  const { say } = useHost();
  return (
    <Row>
      <Button variant="transparent" size="sm" onClick={onClick}>
        {say("cancel")}
      </Button>
    </Row>
  );
}
