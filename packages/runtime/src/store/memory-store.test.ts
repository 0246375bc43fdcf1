import { describe, it } from 'vitest';
import { describeStorage } from '../testing/describe-storage.ts';
import { openMemoryStorage } from './memory-store.ts';

describeStorage('memory', async () => openMemoryStorage(), { describe, it });
