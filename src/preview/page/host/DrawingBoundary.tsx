import { Component, type ReactNode } from "react";

interface Props {
  onError: (error: Error) => void;
  children: ReactNode;
}

/** Catches what our own components throw when a card gives them props that they cannot draw. */
export class DrawingBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error) {
    this.props.onError(error);
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
