import { Component, type ReactNode } from 'react';
import { ApiError } from '../api/api-error.ts';
import { ErrorPage } from './message-pages.tsx';
import { PartMissing } from './part.ts';

interface Props {
  readonly children: ReactNode;
  /** Forgets the failed requests, so that they are sent again. */
  readonly onRetry: () => void;
  /** Whether the API can be reached: a page that failed without it is tried again as soon as it can. */
  readonly online?: boolean;
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
    // A browser does not load a module again that it once failed to load.
    if (this.state.error instanceof PartMissing) return location.reload();
    this.props.onRetry();
    this.setState({ error: undefined, failed: false });
  };

  override componentDidUpdate({ online: before }: Props) {
    const { error } = this.state;
    const isOffline = error instanceof PartMissing || (error instanceof ApiError && error.isOffline);
    if (isOffline && this.props.online === true && before === false) this.#retry();
  }

  override render() {
    return this.state.failed ? <ErrorPage error={this.state.error} retry={this.#retry} /> : this.props.children;
  }
}
