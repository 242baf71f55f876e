import Button from '@cloudscape-design/components/button';
import { navigate } from '../router/use-place.ts';

export function HomeButton() {
  return <Button onClick={() => navigate('/')}>Go to the start page</Button>;
}
