import { expect, test } from 'vitest';
import { installedModels } from '../../server/src/host/node/models.ts';

test('a model that is not there is none; one that cannot be read says why', async () => {
  expect(await installedModels.bytes('nowhere.model')).toBeUndefined();
  await expect(installedModels.bytes('no\0name.model')).rejects.toThrow(/null bytes/);
});
