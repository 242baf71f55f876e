import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SETTINGS } from './settings-of-templates.ts';
import { ofType, root, synthesise } from './synthesis.ts';

interface Article {
  readonly title: string;
  readonly anchor: string;
  readonly text: string;
}

const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');

/** As GitHub makes an anchor of a heading. */
const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

/** The articles of one part of the runbook, which begins with a heading of the first rank. */
function articlesOf(part: string): Article[] {
  const text = runbook.split(/^# /m).find((section) => section.startsWith(`${part}\n`)) ?? '';
  return text
    .split(/^## /m)
    .slice(1)
    .map((article) => {
      const title = article.slice(0, article.indexOf('\n'));
      return { title, anchor: anchorOf(title), text: article };
    });
}

let linked: string[];
beforeAll(() => {
  linked = ofType(synthesise(), 'AWS::CloudWatch::Alarm').map(({ id, Properties }) => {
    const anchor = /What to do: docs\/runbook\.md#([\w-]+)$/.exec(Properties.AlarmDescription)?.[1];
    if (anchor === undefined) throw new Error(`The description of alarm ${id} names no article`);
    return anchor;
  });
});

describe('the runbook', () => {
  const alarms = articlesOf('Alarms');

  test('has an article for every alarm', () => {
    const anchors = alarms.map(({ anchor }) => anchor);
    for (const anchor of linked) expect(anchors).toContain(anchor);
  });

  test('has an alarm for every article on alarms', () => {
    expect(alarms.length).toBeGreaterThan(0);
    expect(alarms.filter(({ anchor }) => !linked.includes(anchor))).toEqual([]);
  });

  test.each(alarms.map(({ title, text }) => [title, text]))(
    'describes "%s", its investigation and its resolution',
    (_, text) => {
      const parts = [...text.matchAll(/^\*\*(\w+)\.\*\* (.+)/gm)];
      expect(parts.map(([, name]) => name)).toEqual(['Description', 'Investigation', 'Resolution']);
      for (const [, , content = ''] of parts) expect(content.length).toBeGreaterThan(20);
    },
  );

  test('links to articles that exist', () => {
    const anchors = [...alarms, ...articlesOf('How to')].map(({ anchor }) => anchor);
    for (const [, anchor] of runbook.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
  });

  test('is at the address that the stage names', () => {
    for (const { Properties } of ofType(synthesise('everySetting'), 'AWS::CloudWatch::Alarm')) {
      expect(Properties.AlarmDescription).toContain(`${SETTINGS.everySetting.runbook}#`);
    }
  });
});
