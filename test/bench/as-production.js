/**
 * Imported first: graphql-js checks more where it does not know that it runs in production, as it
 * does in the image. What `baraza serve` is started with in the bench is its own.
 */
process.env.NODE_ENV ??= 'production';
