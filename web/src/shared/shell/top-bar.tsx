import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { navigate } from '../router/use-place.ts';
import { useSession } from '../services.tsx';
import { useMe } from '../session/me.ts';
import { type Theme, useAppearance } from './appearance.ts';
import { SHELL } from './text.ts';
import { ViewBar } from './view-bar.tsx';

const VIEW_AS = 'view-as';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** @param onFind opens the command palette */
export function TopBar({ onFind }: { readonly onFind: () => void }) {
  return (
    // TopNavigation brings a header element of its own.
    <div id="top-bar">
      <ViewBar />
      <TopNavigation
        identity={{
          href: '/',
          title: SHELL.product,
          onFollow: (event) => {
            event.preventDefault();
            navigate('/');
          },
        }}
        utilities={[
          {
            type: 'button',
            iconName: 'search',
            text: SHELL.find,
            ariaLabel: 'Find (Ctrl+K)',
            title: 'Ctrl+K',
            onClick: onFind,
          },
          useAppearanceMenu(),
          useUserMenu(),
        ]}
      />
    </div>
  );
}

function useAppearanceMenu(): TopNavigationProps.Utility {
  const [{ theme, compact }, change] = useAppearance();
  return {
    type: 'menu-dropdown',
    iconName: 'settings',
    ariaLabel: SHELL.appearance,
    title: SHELL.appearance,
    items: [
      ...THEMES.map((name) => ({
        id: name,
        text: SHELL.theme[name],
        itemType: 'checkbox' as const,
        checked: theme === name,
      })),
      { id: 'compact', text: SHELL.compact, itemType: 'checkbox' as const, checked: compact },
    ],
    onItemClick: ({ detail }) => {
      const chosen = THEMES.find((name) => name === detail.id);
      change(chosen ? { theme: chosen } : { compact: !compact });
    },
  };
}

function useUserMenu(): TopNavigationProps.Utility {
  const session = useSession();
  const { profile, username, email, userId, roles, viewedBy, permissions } = useMe();
  const maySupervise = permissions.includes('agents.supervise') && viewedBy === undefined;
  const name = profile?.fullName ?? username ?? email ?? userId;
  return {
    type: 'menu-dropdown',
    iconName: 'user-profile',
    text: name,
    description: [...new Set(roles.map(({ role }) => role))].join(', '),
    ariaLabel: `${name}, ${SHELL.signOut}`,
    items: [...(maySupervise ? [{ id: VIEW_AS, text: SHELL.view }] : []), { id: 'sign-out', text: SHELL.signOut }],
    onItemClick: ({ detail }) => {
      if (detail.id === VIEW_AS) navigate('/view-as');
      else void session.signOut();
    },
  };
}
