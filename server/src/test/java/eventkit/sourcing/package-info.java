@org.jspecify.annotations.NullMarked
package eventkit.sourcing;
