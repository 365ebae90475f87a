import { Injectable } from '@nestjs/common';

/** The time of the demo's stories: whoever tells them moves it. */
@Injectable()
export class DemoClock {
  private at: Date | null = null;

  set(at: Date): void {
    this.at = at;
  }

  now(): Date {
    if (!this.at) throw new Error('No story is told.');
    return this.at;
  }
}
