/** What tests of every module stand on: one PostgreSQL for the run, one booted server, one client that speaks the API. */
@org.jspecify.annotations.NullMarked
package eventkit.testing;
