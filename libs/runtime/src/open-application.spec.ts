import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { openApplication } from './open-application.js';

const closed: string[] = [];

class Store {
  onApplicationShutdown(): void {
    closed.push('store');
  }
}

class Pools {
  onApplicationShutdown(): void {
    closed.push('pools');
    throw new Error('closed badly');
  }
}

const opened = [
  { provide: Store, useFactory: async () => new Store() },
  { provide: Pools, inject: [Store], useFactory: async () => new Pools() },
];

@Module({ providers: opened })
class Whole {}

@Module({
  providers: [
    ...opened,
    { provide: 'broken', inject: [Pools], useFactory: () => Promise.reject(new Error('no key')) },
  ],
})
class BrokenWhileMade {}

@Module({ providers: opened })
class BrokenWhenMade {
  onModuleInit(): never {
    throw new Error('no table');
  }
}

const open = (root: new () => object) => {
  closed.length = 0;
  return openApplication((options) => NestFactory.createApplicationContext(root, options));
};

describe('an application', () => {
  it('stays open until it is closed', async () => {
    const app = await open(Whole);
    expect(closed).toEqual([]);
    await app.close();
    expect(closed).toEqual(['pools', 'store']);
  });

  it('that cannot be opened leaves nothing open, whenever it fails, and gives its reason', async () => {
    await expect(open(BrokenWhileMade)).rejects.toThrow('no key');
    expect(closed).toEqual(['pools', 'store']);
    await expect(open(BrokenWhenMade)).rejects.toThrow('no table');
    expect(closed).toEqual(['pools', 'store']);
  });
});
