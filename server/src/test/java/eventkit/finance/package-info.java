@org.jspecify.annotations.NullMarked
package eventkit.finance;
