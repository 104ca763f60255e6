import {Component, type ComponentType, createElement, type FunctionComponent} from 'preact';

// A component that is rendered anew only where `same` says that it would look otherwise. As in preact/compat, without
// the rest of that.
export function memo<P extends object>(render: FunctionComponent<P>, same: (before: P, now: P) => boolean): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return !same(this.props as P, next);
    }
    override render() {
      return createElement(render, this.props as P);
    }
  };
}
