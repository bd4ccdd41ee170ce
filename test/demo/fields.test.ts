import { expect, test } from 'vitest';
import { selectFields } from '../../src/demo/fields.ts';

const page = {
  kind: 'list',
  etag: 'e',
  nextPageToken: 'n',
  items: [{ id: 'a', snippet: { title: 'A', description: 'long' }, contentDetails: { duration: 'PT1S', caption: 'true' } }],
};

test.each([
  ['kind', { kind: 'list' }],
  ['kind,nextPageToken', { kind: 'list', nextPageToken: 'n' }],
  ['items/id', { items: [{ id: 'a' }] }],
  ['items/snippet/title', { items: [{ snippet: { title: 'A' } }] }],
  ['items(id,snippet(title)),kind', { kind: 'list', items: [{ id: 'a', snippet: { title: 'A' } }] }],
  ['items(contentDetails/duration,id),etag', { etag: 'e', items: [{ id: 'a', contentDetails: { duration: 'PT1S' } }] }],
  ['items(snippet(title,description),id)', { items: [{ id: 'a', snippet: { title: 'A', description: 'long' } }] }],
  ['items', { items: page.items }],
  ['absent,items/absent', { items: [{}] }],
])('%s selects these members and no others', (fields, expected) => {
  expect(selectFields(page, fields)).toEqual(expected);
});
