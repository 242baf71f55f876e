import { Component, type ReactNode } from 'react';
import { ErrorPage } from './message-pages.tsx';

interface Props {
  readonly children: ReactNode;
  /** Forgets the failed requests, so that they are sent again. */
  readonly onRetry: () => void;
}

interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

/** Shows an error in place of the page that failed; the shell stays. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  readonly #retry = () => {
    this.props.onRetry();
    this.setState({ error: undefined, failed: false });
  };

  override render() {
    return this.state.failed ? <ErrorPage error={this.state.error} retry={this.#retry} /> : this.props.children;
  }
}
