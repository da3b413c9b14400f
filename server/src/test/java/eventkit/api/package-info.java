/** What holds for every operation of the API at once. */
@org.jspecify.annotations.NullMarked
package eventkit.api;
