import { Component, type ReactNode } from 'react';
import { Failure } from './Failure.tsx';

interface Props {
  /** Another place clears the failure. */
  place: string;
  children: ReactNode;
}

/** Keeps a broken page from taking the frame with it. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.failed) this.setState({ failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Failure resetErrorBoundary={() => this.setState({ failed: false })} />;
  }
}
