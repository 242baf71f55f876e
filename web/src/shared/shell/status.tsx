import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import './status.css';

/** A text with the symbol and the colour of a status. */
export const Status = ({ children, ...props }: StatusIndicatorProps) => (
  <StatusIndicator {...props}>
    <span className="status-text">{children}</span>
  </StatusIndicator>
);
