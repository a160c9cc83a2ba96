import { testPart } from './seeds-in-memory.ts';

testPart(5);
