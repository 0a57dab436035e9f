import { Component, type ReactNode } from "react";

interface Props {
  onError: (error: unknown) => void;
  children?: ReactNode;
}

/** Catches what a card throws while it draws, so that the page can show HubSpot's error box in its place. */
export class CardBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
