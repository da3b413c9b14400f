@org.jspecify.annotations.NullMarked
package eventkit.quoting;
