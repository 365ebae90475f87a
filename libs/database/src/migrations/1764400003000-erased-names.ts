import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list without numbers makes a new one with every other address: her name is kept out, too, until her number is readmitted. */
export class ErasedNames1764400003000 implements MigrationInterface {
  name = 'ErasedNames1764400003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE erased_key ADD COLUMN of_number text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM erased_key WHERE of_number IS NOT NULL');
    await runner.query('ALTER TABLE erased_key DROP COLUMN of_number');
  }
}
